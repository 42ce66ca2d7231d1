package dk.grundskema.api.platform.start;

import dk.grundskema.api.platform.http.Secret;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The first administrator, for installations without an interactive setup.
 *
 * @param password password; empty means that the console shows a code
 * @param token    API token; empty means none
 */
@ConfigurationProperties("grundskema.admin")
record AdministratorSettings(
        @DefaultValue("") Secret password, @DefaultValue("") Secret token) {}
