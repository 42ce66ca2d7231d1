package dk.grundskema.api.service.rules;

import dk.grundskema.api.platform.http.FeatureTexts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Registers the texts of rules. */
@Configuration(proxyBeanMethods = false)
class RulesConfiguration {
    @Bean
    static FeatureTexts rulesTexts() {
        return FeatureTexts.beside(RulesConfiguration.class);
    }
}
