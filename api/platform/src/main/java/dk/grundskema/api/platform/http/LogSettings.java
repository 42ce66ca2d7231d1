package dk.grundskema.api.platform.http;

import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the log.
 *
 * @param format   text lines or JSON
 * @param requests whether each request is logged
 */
@ConfigurationProperties("grundskema.log")
public record LogSettings(
        @DefaultValue("text") @Pattern(regexp = "(text|json)", message = "setting.form.choice")
        String format,

        @DefaultValue("false") boolean requests) {}
