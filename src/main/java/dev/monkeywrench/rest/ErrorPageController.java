package dev.monkeywrench.rest;

import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Serves the page that the type of a problem names. */
@Hidden
@RestController
class ErrorPageController {

    @GetMapping(path = "/errors/{slug}", produces = MediaType.TEXT_PLAIN_VALUE + ";charset=utf-8")
    String page(@PathVariable String slug) throws IOException {
        ProblemType type = Arrays.stream(ProblemType.values())
                .filter(known -> known.slug().equals(slug))
                .findFirst()
                .orElseThrow(() -> Refusal.of(ProblemType.NOT_FOUND, "There is no problem " + Shown.of(slug)));
        try (InputStream page = ErrorPageController.class.getResourceAsStream("/errors/" + type.slug() + ".md")) {
            return page == null ? type.title() : new String(page.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
