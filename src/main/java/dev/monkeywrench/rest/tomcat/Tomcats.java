package dev.monkeywrench.rest.tomcat;

import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

/** Fits Tomcat to the house. */
public final class Tomcats {

    private Tomcats() {}

    /** Requests that Tomcat refuses by itself, a path it cannot decode for one, are answered by a problem. */
    public static WebServerFactoryCustomizer<TomcatServletWebServerFactory> withProblemReports() {
        return factory -> factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ProblemReportValve.class.getName());
            }
        });
    }
}
