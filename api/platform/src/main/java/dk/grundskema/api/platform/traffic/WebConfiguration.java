package dk.grundskema.api.platform.traffic;

import dk.grundskema.api.documents.json.IsoDateParser;
import dk.grundskema.api.documents.json.RecordReader;
import dk.grundskema.api.platform.http.IdGenerator;
import dk.grundskema.api.platform.http.JsonErrorReportValve;
import dk.grundskema.api.platform.http.LanguageResolver;
import dk.grundskema.api.platform.http.RecordMessageConverter;
import dk.grundskema.api.platform.http.RequestIdValve;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.apache.catalina.core.StandardHost;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.format.Parser;
import org.springframework.format.Printer;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.validation.Validator;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Configures how requests and responses are read and written. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {
    private final RecordReader reader;
    private final IdempotencyReplayInterceptor replayInterceptor;

    WebConfiguration(RecordReader reader, IdempotencyReplayInterceptor replayInterceptor) {
        this.reader = reader;
        this.replayInterceptor = replayInterceptor;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(replayInterceptor).order(IdempotencyReplayInterceptor.ORDER);
    }

    /** Parses dates in queries like dates in bodies; an empty value is a missing one. */
    @Override
    public void addFormatters(FormatterRegistry registry) {
        Printer<Object> asText = (moment, locale) -> moment.toString();
        Parser<LocalDate> date = (text, locale) -> IsoDateParser.parseDate(text);
        Parser<LocalDateTime> dateTime = (text, locale) -> IsoDateParser.parseDateTime(text);
        registry.addFormatterForFieldType(LocalDate.class, asText, date);
        registry.addFormatterForFieldType(LocalDateTime.class, asText, dateTime);
    }

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
        builder.addCustomConverter(new RecordMessageConverter(reader));
    }

    /** Validates nothing: bodies are records that check themselves. Otherwise the start would look for a validator, since settings use its annotations. */
    @Override
    public Validator getValidator() {
        return Validator.forType(Void.class, (nothing, errors) -> {});
    }

    @Bean
    LocaleResolver localeResolver() {
        return new LanguageResolver();
    }

    /** Ids may contain slashes; in a path they are sent as %2F within one segment. */
    @Bean
    static WebServerFactoryCustomizer<TomcatServletWebServerFactory> encodedSlashes() {
        return factory -> factory.addConnectorCustomizers(
                connector -> connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue()));
    }

    @Bean
    static WebServerFactoryCustomizer<TomcatServletWebServerFactory> requestIdValve(
            IdGenerator ids, ObjectProvider<MeterRegistry> metrics) {
        return factory -> factory.addEngineValves(new RequestIdValve(ids, metrics));
    }

    @Bean
    static WebServerFactoryCustomizer<TomcatServletWebServerFactory> bodyLimitValve(LimitSettings limits) {
        return factory -> factory.addContextValves(
                new BodyLimitValve(ContentLengthFilter.maxBytes(limits), limits.bodyPatience()));
    }

    @Bean
    static WebServerFactoryCustomizer<TomcatServletWebServerFactory> fairHttpProtocol(LimitSettings limits) {
        return factory -> {
            factory.setProtocol(FairHttpProtocol.class.getName());
            factory.addConnectorCustomizers(connector -> {
                if (connector.getProtocolHandler() instanceof FairHttpProtocol fair) {
                    fair.setPatience(limits.bodyPatience());
                }
            });
        };
    }

    @Bean
    static WebServerFactoryCustomizer<TomcatServletWebServerFactory> jsonErrorReportValve() {
        return factory -> factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(JsonErrorReportValve.class.getName());
            }
        });
    }
}
