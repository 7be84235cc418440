package dev.monkeywrench.junitrun;

import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * What the compiler can see of a class when it compiles another file: everything but the bodies of methods, and what
 * the compiler made up itself. Private members are in it, which is more than is needed: they may hide others.
 */
final class Face extends ClassVisitor {

    private final String name;
    private boolean local;

    private Face(ClassReader reader, ClassWriter writer) {
        super(Opcodes.ASM9, writer);
        this.name = reader.getClassName();
    }

    /** The faces of classes by their names. Classes inside of methods have none: nobody outside can name them. */
    static Map<String, String> of(Map<String, byte[]> classes) {
        Map<String, String> faces = new TreeMap<>();
        classes.forEach((name, content) -> {
            ClassReader reader = new ClassReader(content);
            ClassWriter writer = new ClassWriter(0);
            Face face = new Face(reader, writer);
            reader.accept(face, ClassReader.SKIP_CODE);
            if (!face.local) {
                faces.put(name, HexFormat.of().formatHex(writer.toByteArray()));
            }
        });
        return faces;
    }

    @Override
    public void visitOuterClass(String owner, String method, String descriptor) {
        local = true;
    }

    /** The table lists every class that is mentioned anywhere; those of its own tell something about this class. */
    @Override
    public void visitInnerClass(String inner, String outer, String simple, int access) {
        if (inner.equals(name) || name.equals(outer)) {
            super.visitInnerClass(inner, outer, simple, access);
        }
    }

    @Override
    public void visitNestMember(String member) {
        return; // classes inside of methods are among them
    }

    @Override
    public FieldVisitor visitField(int access, String field, String descriptor, String signature, Object value) {
        return isMadeUp(access) ? null : super.visitField(access, field, descriptor, signature, value);
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String method, String descriptor, String signature, String[] exceptions) {
        boolean hidden = isMadeUp(access) || method.equals("<clinit>");
        return hidden ? null : super.visitMethod(access, method, descriptor, signature, exceptions);
    }

    private static boolean isMadeUp(int access) {
        return (access & Opcodes.ACC_SYNTHETIC) != 0;
    }
}
