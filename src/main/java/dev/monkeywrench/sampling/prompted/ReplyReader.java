package dev.monkeywrench.sampling.prompted;

import dev.monkeywrench.model.Completion;
import dev.monkeywrench.patch.EditApplier;
import dev.monkeywrench.patch.EditParser;
import dev.monkeywrench.patch.Edited;
import dev.monkeywrench.patch.ParsedEdits;
import dev.monkeywrench.patch.SourceTree;
import dev.monkeywrench.sampling.Candidate;
import dev.monkeywrench.sampling.Draw;
import dev.monkeywrench.sampling.Sample;

/** Makes a sample of a completion. */
final class ReplyReader {

    private static final int MOST_REASON = 2000;

    private final SourceTree tree;

    ReplyReader(SourceTree tree) {
        this.tree = tree;
    }

    Sample read(Draw draw, Completion completion, int maxTokens, String origin) {
        return switch (completion.finishReason()) {
            case LENGTH ->
                malformed(
                        draw,
                        "The reply was cut at " + maxTokens + " tokens; think less and keep the blocks short",
                        origin);
            case CONTENT_FILTER -> malformed(draw, "The server withheld the reply by its content filter", origin);
            case STOP, OTHER -> parse(draw, completion.text(), origin);
        };
    }

    private Sample parse(Draw draw, String text, String origin) {
        return switch (EditParser.parse(text)) {
            case ParsedEdits.Unusable unusable -> malformed(draw, unusable.reason(), origin);
            case ParsedEdits.Found found ->
                switch (EditApplier.apply(found.edits(), tree)) {
                    case Edited.Changed changed -> new Sample.Drafted(draw, new Candidate(changed.patch()), origin);
                    case Edited.Unchanged same -> new Sample.Empty(draw, origin);
                    case Edited.Unusable unusable -> malformed(draw, unusable.reason(), origin);
                };
        };
    }

    private static Sample malformed(Draw draw, String reason, String origin) {
        String capped = reason.length() > MOST_REASON ? reason.substring(0, MOST_REASON) + "…" : reason;
        return new Sample.Malformed(draw, capped, origin);
    }
}
