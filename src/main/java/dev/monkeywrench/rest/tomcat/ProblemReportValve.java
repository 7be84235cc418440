package dev.monkeywrench.rest.tomcat;

import java.io.IOException;
import java.io.Writer;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/** Reports what Tomcat refuses as a problem, without a word of its own internals. Made by Tomcat, hence public. */
public final class ProblemReportValve extends ErrorReportValve {

    private static final int FIRST_ERROR = 400;
    private static final int FIRST_FAULT = 500;

    @Override
    protected void report(Request request, Response response, @Nullable Throwable fault) {
        int status = response.getStatus();
        if (status < FIRST_ERROR || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        boolean ours = status >= FIRST_FAULT;
        String body = "{\"type\":\"/errors/%s\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
                .formatted(
                        ours ? "internal-fault" : "malformed-request",
                        ours ? "The service broke" : "The request cannot be read",
                        status,
                        ours
                                ? "The fault is ours and is in the service's log; report it, please"
                                : "The web server refused the request line or a header; check the path's encoding");
        try {
            response.setContentType("application/problem+json");
            response.setCharacterEncoding("utf-8");
            Writer writer = response.getReporter();
            if (writer != null) {
                writer.write(body);
                response.finishResponse();
            }
        } catch (IOException e) {
            getContainer().getLogger().debug("A client went away", e);
        }
    }
}
