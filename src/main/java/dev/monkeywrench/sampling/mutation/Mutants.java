package dev.monkeywrench.sampling.mutation;

import dev.monkeywrench.sampling.mutation.language.TokenModel;
import dev.monkeywrench.sampling.mutation.location.Suspects;
import dev.monkeywrench.sampling.mutation.syntax.Language;
import dev.monkeywrench.sampling.mutation.syntax.Node;
import dev.monkeywrench.sampling.mutation.syntax.Role;
import dev.monkeywrench.sampling.mutation.syntax.SyntaxParser;
import dev.monkeywrench.sampling.mutation.syntax.SyntaxTree;
import dev.monkeywrench.sampling.mutation.template.Proposal;
import dev.monkeywrench.sampling.mutation.template.Templates;
import dev.monkeywrench.sampling.mutation.template.Unit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Makes all single changes to the most suspicious lines, each with its score. */
final class Mutants {

    private static final double OF_NATURALNESS = 0.27;
    private static final double OF_LENGTH = 0.42;
    private static final double OF_NEW_WORDS = 0.4;

    /** What an error says is seldom the error. */
    private static final double OF_COMPLAINT = 0.2;

    /** So many times more are made than kept: a likely change of an unlikely line is worth more than the rest of a likely one. */
    private static final int GENEROUS = 16;

    private final Suspects suspects;
    private final MutationLimits limits;

    Mutants(Suspects suspects, MutationLimits limits) {
        this.suspects = suspects;
        this.limits = limits;
    }

    /** A node that may be changed, and how suspicious its line is. */
    private record Site(Unit unit, Node node, double suspicion) {}

    List<Mutant> all() throws InterruptedException {
        List<Suspects.Suspect> files = affordable(suspects.ranked(limits.files()));
        TokenModel model =
                TokenModel.of(files.stream().map(Suspects.Suspect::text).toList());
        List<Site> sites = new ArrayList<>();
        for (Suspects.Suspect file : files) {
            parsed(file).ifPresent(tree -> collect(file, tree, sites));
        }
        sites.sort(Comparator.comparingDouble(Site::suspicion).reversed());
        Likeliest likeliest = new Likeliest(limits.mutants());
        for (Site site : sites) {
            if (likeliest.offered() >= (long) GENEROUS * limits.mutants()) {
                break;
            }
            if (Thread.interrupted()) {
                throw new InterruptedException("Interrupted while the mutants were made");
            }
            for (Proposal proposal : Templates.at(site.unit(), site.node())) {
                likeliest.offer(mutant(site, proposal, model));
            }
        }
        return likeliest.kept();
    }

    /** The likeliest files; a large one that is not the first gives way to smaller ones after it. */
    private List<Suspects.Suspect> affordable(List<Suspects.Suspect> ranked) {
        List<Suspects.Suspect> files = new ArrayList<>();
        int characters = 0;
        for (Suspects.Suspect file : ranked) {
            if (files.isEmpty() || characters + file.text().length() <= limits.characters()) {
                files.add(file);
                characters += file.text().length();
            }
        }
        return files;
    }

    private static Optional<SyntaxTree> parsed(Suspects.Suspect file) {
        Language language = Language.of(file.path()).orElseThrow();
        try (SyntaxParser parser = new SyntaxParser(language)) {
            return parser.parse(file.text());
        }
    }

    private void collect(Suspects.Suspect file, SyntaxTree tree, List<Site> sites) {
        Unit unit = Unit.of(file.path(), tree);
        double[] lines = suspects.lines(file).scores(tree);
        for (Node node : tree.nodes()) {
            int own = tree.line(node);
            int statement = node.statement().map(tree::line).orElse(own);
            double complaint = node.enclosing(Role.RAISE).isPresent() ? OF_COMPLAINT : 1;
            sites.add(new Site(unit, node, complaint * file.score() * Math.max(lines[own], lines[statement])));
        }
    }

    private Mutant mutant(Site site, Proposal proposal, TokenModel model) {
        SyntaxTree tree = site.unit().tree();
        Region region = Region.of(tree, proposal.changes());
        double natural = model.naturalness(region.before(), region.after());
        double score = Math.log(site.suspicion())
                + Math.log(proposal.weight())
                + OF_NATURALNESS * natural
                - OF_LENGTH * Math.log1p(length(proposal))
                + OF_NEW_WORDS * suspects.newWords(region.before(), region.after());
        int line = tree.line(proposal.changes().getFirst().start());
        return new Mutant(site.unit(), proposal.changes(), proposal.kind().title(), line, score);
    }

    /** Characters taken out and put in. */
    private static int length(Proposal proposal) {
        return proposal.changes().stream()
                .mapToInt(change ->
                        change.end() - change.start() + change.replacement().length())
                .sum();
    }
}
