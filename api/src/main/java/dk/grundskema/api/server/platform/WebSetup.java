package dk.grundskema.api.server.platform;

import dk.grundskema.api.house.PluginHouse;
import dk.grundskema.api.platform.Moments;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.apache.catalina.core.StandardHost;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.format.Parser;
import org.springframework.format.Printer;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** How requests and answers are read and written. */
@Configuration(proxyBeanMethods = false)
class WebSetup implements WebMvcConfigurer {
    private final PluginHouse house;
    private final ReplayedAnswers replayed;

    WebSetup(PluginHouse house, ReplayedAnswers replayed) {
        this.house = house;
        this.replayed = replayed;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(replayed).order(ReplayedAnswers.ORDER);
    }

    /** Dates of queries are read as those of bodies are; what is empty is none. */
    @Override
    public void addFormatters(FormatterRegistry registry) {
        Printer<Object> asText = (moment, locale) -> moment.toString();
        Parser<LocalDate> date = (text, locale) -> Moments.date(text);
        Parser<LocalDateTime> dateTime = (text, locale) -> Moments.dateTime(text);
        registry.addFormatterForFieldType(LocalDate.class, asText, date);
        registry.addFormatterForFieldType(LocalDateTime.class, asText, dateTime);
    }

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
        builder.addCustomConverter(new RecordBodies(house));
    }

    @Bean
    LocaleResolver localeResolver() {
        return new ChosenLanguage();
    }

    /** Ids may have slashes; in a path they are sent as %2F, and are part of one step of it. */
    @Bean
    static WebServerFactoryCustomizer<TomcatServletWebServerFactory> slashesInIds() {
        return factory -> factory.addConnectorCustomizers(
                connector -> connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue()));
    }

    @Bean
    static WebServerFactoryCustomizer<TomcatServletWebServerFactory> idsOfRequests(
            FreshIds ids, ObjectProvider<MeterRegistry> metrics) {
        return factory -> factory.addEngineValves(new RequestId(ids, metrics));
    }

    @Bean
    static WebServerFactoryCustomizer<TomcatServletWebServerFactory> contentsOfRequests(
            @Value("${grundskema.limits.upload-megabytes}") int megabytes,
            @Value("${grundskema.limits.body-seconds}") int seconds) {
        return factory ->
                factory.addContextValves(new GuardedContents(BodyGuard.most(megabytes), Duration.ofSeconds(seconds)));
    }

    @Bean
    static WebServerFactoryCustomizer<TomcatServletWebServerFactory> fairness(
            @Value("${grundskema.limits.body-seconds}") int seconds) {
        return factory -> {
            factory.setProtocol(FairProtocol.class.getName());
            factory.addConnectorCustomizers(connector -> {
                if (connector.getProtocolHandler() instanceof FairProtocol fair) {
                    fair.patience(Duration.ofSeconds(seconds));
                }
            });
        };
    }

    @Bean
    static WebServerFactoryCustomizer<TomcatServletWebServerFactory> answersOfTheWebServer() {
        return factory -> factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(Unparsed.class.getName());
            }
        });
    }
}
