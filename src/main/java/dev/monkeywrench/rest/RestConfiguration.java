package dev.monkeywrench.rest;

import dev.monkeywrench.evaluation.Evaluations;
import dev.monkeywrench.evaluation.ModelShapes;
import dev.monkeywrench.rest.tomcat.Tomcats;
import dev.monkeywrench.run.RecentAccounts;
import dev.monkeywrench.run.RunRecords;
import dev.monkeywrench.run.SampleCosts;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RestSettings.class)
class RestConfiguration {

    static final String EVALUATION_BODY = "evaluationBody";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Bean
    Views views(RunRecords records, RecentAccounts accounts) {
        return new Views(records, accounts);
    }

    @Bean
    CostViews costViews(SampleCosts costs, ModelShapes shapes) {
        return new CostViews(costs, shapes);
    }

    @Bean
    JsonBody jsonBody(RestSettings settings) {
        return new JsonBody(settings.largestBody());
    }

    /** An evaluation carries the rows of its suite and its predictions. */
    @Bean(defaultCandidate = false)
    @Qualifier(EVALUATION_BODY)
    JsonBody evaluationBody(RestSettings settings) {
        return new JsonBody(settings.largestEvaluation());
    }

    @Bean
    WebMvcConfigurer bodyRoom(RestSettings settings) {
        BodyRoom room = new BodyRoom(settings.roomForBodies(), PATIENCE);
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(room);
            }
        };
    }

    @Bean
    EvaluationViews evaluationViews(Evaluations evaluations, RunRecords records, RecentAccounts accounts) {
        return new EvaluationViews(
                evaluations,
                run -> records.find(run).map(found -> accounts.of(found).bill().total()));
    }

    @Bean
    EventStreams eventStreams(RestSettings settings) {
        return new EventStreams(settings.mostStreams());
    }

    @Bean
    ReplyHeaders replyHeaders() {
        return new ReplyHeaders();
    }

    @Bean
    RequestLog requestLog() {
        return new RequestLog();
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemReports() {
        return Tomcats.withProblemReports();
    }

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("monkeywrench")
                        .version("v1")
                        .description("Repairs code by repeated sampling: an issue goes in, patches that pass its tests"
                                + " and what they cost come out. Problems are RFC 9457; their types are pages."));
    }
}
