package dev.monkeywrench.rest;

import dev.monkeywrench.instance.FieldProblem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** The one place where faults become problems. What went wrong inside stays inside: it is logged, not told. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(10);

    @ExceptionHandler
    ResponseEntity<Object> refused(Refusal refusal, HttpServletRequest request) {
        return ProblemReplies.reply(refusal, request);
    }

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ResponseEntity<Object> withoutDatabase(RuntimeException fault, HttpServletRequest request) {
        LOG.warn("The database failed a request", fault);
        Refusal refusal = Refusal.later(
                ProblemType.STORAGE_UNAVAILABLE,
                "The database could not be reached in time; the request was not carried out. Send it again",
                RETRY_AFTER);
        return ProblemReplies.reply(refusal, request);
    }

    /** The client went away: nobody is left to be told. */
    @ExceptionHandler({IOException.class})
    @Nullable
    ResponseEntity<Object> gone(IOException fault, HttpServletRequest request) {
        LOG.debug("A client went away: {}", fault.getMessage());
        return fault instanceof AsyncRequestNotUsableException
                ? null
                : ProblemReplies.reply(
                        Refusal.of(ProblemType.MALFORMED_REQUEST, "The body ended before it was whole"), request);
    }

    @ExceptionHandler
    ResponseEntity<Object> broken(RuntimeException fault, HttpServletRequest request) {
        LOG.error("A request broke the service", fault);
        Refusal refusal = Refusal.of(
                ProblemType.INTERNAL_FAULT, "The fault is ours and is in the service's log; report it, please");
        return ProblemReplies.reply(refusal, request);
    }

    @Override
    protected ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException fault, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String name = fault instanceof MethodArgumentTypeMismatchException argument ? argument.getName() : "parameter";
        String type = fault.getRequiredType() == null
                ? "value"
                : fault.getRequiredType().getSimpleName();
        Refusal refusal = Refusal.of(
                ProblemType.INVALID_PARAMETER,
                new FieldProblem(name, "is not a valid " + type, "Send a valid value, or leave it out"));
        return ProblemReplies.reply(refusal, ((ServletWebRequest) request).getRequest());
    }

    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception fault, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ProblemType type = ProblemType.of(status.value());
        if (status.is5xxServerError()) {
            LOG.error("A request broke the service", fault);
        }
        return ProblemReplies.reply(
                type, detail(fault, type), List.of(), headers, ((ServletWebRequest) request).getRequest());
    }

    private static String detail(Exception fault, ProblemType type) {
        boolean tellable = fault instanceof ErrorResponse && type.status().is4xxClientError();
        String detail = tellable ? ((ErrorResponse) fault).getBody().getDetail() : null;
        return detail == null ? type.title() : detail;
    }
}
