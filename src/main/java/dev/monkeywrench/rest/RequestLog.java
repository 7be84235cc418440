package dev.monkeywrench.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;

/** One line a request: method, path, status, time. Never a body, a query or a header, which may hold secrets. */
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class RequestLog extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(RequestLog.class);
    private static final long NANOS_PER_MILLI = 1_000_000;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long begin = System.nanoTime();
        try {
            chain.doFilter(request, response);
        } finally {
            if (LOG.isDebugEnabled() || isChange(request)) {
                LOG.info(
                        "{} {} {} {} ms",
                        Shown.of(request.getMethod()),
                        Shown.of(request.getRequestURI()),
                        response.getStatus(),
                        (System.nanoTime() - begin) / NANOS_PER_MILLI);
            }
        }
    }

    /** Pages that poll would fill the log. */
    private static boolean isChange(HttpServletRequest request) {
        return !request.getMethod().equals("GET") && !request.getMethod().equals("HEAD");
    }
}
