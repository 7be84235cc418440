package dev.monkeywrench.patch;

import java.util.List;

/** The part of a reply that is meant: not the thinking before it, nor the answers it takes back. */
final class Answer {

    private static final List<String> THINKING = List.of("think", "thinking", "reasoning");
    private static final List<String> FINAL = List.of("answer", "solution", "final_answer");

    private Answer() {}

    static String of(String reply) throws UnusableEdit {
        String text = reply;
        for (String tag : THINKING) {
            text = afterThinking(text, tag);
        }
        for (String tag : FINAL) {
            text = lastOf(text, tag);
        }
        return text;
    }

    private static String afterThinking(String text, String tag) throws UnusableEdit {
        int open = text.indexOf("<" + tag + ">");
        String closing = "</" + tag + ">";
        int close = text.lastIndexOf(closing);
        if (close >= 0) {
            return text.substring(close + closing.length());
        }
        if (open >= 0 && text.substring(0, open).isBlank()) {
            throw new UnusableEdit("The reply ends within its <" + tag + "> part; think less, then give the edits");
        }
        return text;
    }

    private static String lastOf(String text, String tag) {
        int open = text.lastIndexOf("<" + tag + ">");
        int close = text.lastIndexOf("</" + tag + ">");
        return open >= 0 && close > open ? text.substring(open + tag.length() + 2, close) : text;
    }
}
