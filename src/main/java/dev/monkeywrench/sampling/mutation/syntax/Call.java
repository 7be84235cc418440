package dev.monkeywrench.sampling.mutation.syntax;

import java.util.List;
import java.util.Optional;

/**
 * A call, taken apart.
 *
 * @param receiver what the method is called on
 * @param name the function's or method's name, or the class that is made
 * @param arguments what is passed, without brackets
 * @param list the arguments with their brackets
 */
public record Call(Node node, Optional<Node> receiver, Node name, List<Node> arguments, Node list) {

    /** The call that a node is, if it is one of a plain name. */
    public static Optional<Call> of(Node node) {
        if (!node.is(Role.CALL) && !node.is(Role.NEW)) {
            return Optional.empty();
        }
        Optional<Node> list = node.part("arguments").filter(part -> part.is(Role.ARGUMENTS));
        Optional<Node> name = node.part("name").or(() -> node.part("function"));
        if (list.isEmpty() || name.isEmpty()) {
            return Optional.empty();
        }
        List<Node> arguments = list.get().parts();
        if (name.get().is(Role.MEMBER)) {
            Optional<Node> member = name.get().part("member");
            return member.map(found -> new Call(node, name.get().part("object"), found, arguments, list.get()));
        }
        return Optional.of(new Call(node, node.part("object"), name.get(), arguments, list.get()));
    }
}
