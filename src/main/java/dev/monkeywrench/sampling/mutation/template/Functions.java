package dev.monkeywrench.sampling.mutation.template;

import dev.monkeywrench.sampling.mutation.syntax.Node;
import dev.monkeywrench.sampling.mutation.syntax.Role;
import java.util.List;
import java.util.Map;

/** Calls another function or method, or reads another attribute: one that is used in the file, or a usual mistake. */
final class Functions implements Template {

    /** Those that are mistaken for each other, by what they do. */
    private static final List<List<String>> FAMILIES = List.of(
            List.of("any", "all"),
            List.of("min", "max"),
            List.of("sum", "max", "min", "len"),
            List.of("sorted", "reversed", "list", "set", "tuple"),
            List.of("int", "float", "round", "str", "abs"),
            List.of("floor", "ceil", "round", "rint"),
            List.of("append", "extend", "insert", "add", "appendleft"),
            List.of("pop", "popleft", "remove"),
            List.of("add", "discard", "remove", "update"),
            List.of("union", "intersection", "difference", "symmetric_difference"),
            List.of("issubset", "issuperset", "isdisjoint"),
            List.of("keys", "values", "items"),
            List.of("startswith", "endswith"),
            List.of("startsWith", "endsWith", "contains"),
            List.of("lower", "upper", "title", "capitalize"),
            List.of("toLowerCase", "toUpperCase"),
            List.of("strip", "lstrip", "rstrip"),
            List.of("find", "rfind", "index", "rindex"),
            List.of("indexOf", "lastIndexOf"),
            List.of("split", "rsplit", "splitlines"),
            List.of("isdigit", "isalpha", "isalnum", "isnumeric"),
            List.of("isDigit", "isLetter", "isLetterOrDigit"),
            List.of("addFirst", "addLast", "add", "push", "offer"),
            List.of("removeFirst", "removeLast", "pop", "poll", "remove", "pollFirst", "pollLast"),
            List.of("getFirst", "getLast", "peek", "peekFirst", "peekLast"),
            List.of("add", "addAll", "set", "remove"),
            List.of("put", "putIfAbsent", "putAll"),
            List.of("containsKey", "containsValue", "contains"),
            List.of("get", "getOrDefault"),
            List.of("equals", "equalsIgnoreCase"),
            List.of("keySet", "values", "entrySet"),
            List.of("heappush", "heappop", "heappushpop", "heapreplace"),
            List.of("bisect_left", "bisect_right", "bisect"),
            List.of("isEmpty", "isBlank", "isPresent"),
            List.of("ceiling", "floorKey", "ceilingKey", "higherKey", "lowerKey"));

    @Override
    public void propose(Unit unit, Node node, Proposals proposals) {
        if (node.is(Role.NAME) && Places.isCallee(node)) {
            called(unit, node, unit.ingredients().functions(), proposals);
        } else if (node.is(Role.MEMBER_NAME)) {
            member(unit, node, proposals);
        }
    }

    private static void member(Unit unit, Node node, Proposals proposals) {
        boolean isMethod = node.field().equals("name")
                || node.parent().filter(Places::isCallee).isPresent();
        if (isMethod) {
            called(unit, node, unit.ingredients().methods(), proposals);
            return;
        }
        String name = unit.text(node);
        unit.ingredients().members().forEach((other, count) -> {
            double share = 0.3 + Likeness.ofNames(name, other) + Math.min(count, 5) * 0.1;
            proposals.replace(RepairKind.MEMBER, share, node, other);
        });
    }

    private static void called(Unit unit, Node node, Map<String, Integer> used, Proposals proposals) {
        String name = unit.text(node);
        for (List<String> family : FAMILIES) {
            if (family.contains(name)) {
                family.forEach(
                        other -> proposals.replace(RepairKind.FUNCTION, family.size() == 2 ? 1.5 : 0.6, node, other));
            }
        }
        used.forEach((other, count) -> {
            double share = 0.15 + 0.6 * Likeness.ofNames(name, other) + Math.min(count, 5) * 0.05;
            proposals.replace(RepairKind.FUNCTION, share, node, other);
        });
    }
}
