package dk.grundskema.api.service.change;

import dk.grundskema.api.platform.http.FeatureTexts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Registers the texts of this package. */
@Configuration(proxyBeanMethods = false)
class ChangeConfiguration {
    @Bean
    static FeatureTexts changeTexts() {
        return FeatureTexts.beside(ChangeConfiguration.class);
    }
}
