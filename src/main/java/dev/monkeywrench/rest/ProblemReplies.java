package dev.monkeywrench.rest;

import dev.monkeywrench.instance.FieldProblem;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** Makes replies of problems (RFC 9457). */
final class ProblemReplies {

    private ProblemReplies() {}

    static ResponseEntity<Object> reply(Refusal refusal, HttpServletRequest request) {
        HttpHeaders headers = new HttpHeaders();
        refusal.retryAfter().ifPresent(after -> headers.set(HttpHeaders.RETRY_AFTER, "" + after.toSeconds()));
        return reply(refusal.type(), String.valueOf(refusal.getMessage()), refusal.problems(), headers, request);
    }

    static ResponseEntity<Object> reply(
            ProblemType type,
            String detail,
            List<FieldProblem> problems,
            HttpHeaders headers,
            HttpServletRequest request) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(type.status(), detail);
        problem.setType(type.uri());
        problem.setTitle(type.title());
        problem.setInstance(place(request));
        if (!problems.isEmpty()) {
            problem.setProperty("errors", problems);
        }
        HttpHeaders all = new HttpHeaders(headers);
        all.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return new ResponseEntity<>(problem, all, type.status());
    }

    private static URI place(HttpServletRequest request) {
        try {
            return new URI(request.getRequestURI());
        } catch (URISyntaxException e) {
            return URI.create("/");
        }
    }
}
