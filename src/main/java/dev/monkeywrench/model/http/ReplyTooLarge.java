package dev.monkeywrench.model.http;

import java.io.IOException;

/** The reply is longer than the server may send. */
final class ReplyTooLarge extends IOException {

    ReplyTooLarge(long most) {
        super("The reply is longer than " + most + " bytes");
    }
}
