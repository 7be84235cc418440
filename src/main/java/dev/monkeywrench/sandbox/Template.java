package dev.monkeywrench.sandbox;

/** An environment made ready once, from which any number of sandboxes open alike. Owned by its {@link Sandboxes}. */
public interface Template {

    /** Of the image or root file system and the tree: part of the verdict cache's key. */
    String environmentDigest();
}
