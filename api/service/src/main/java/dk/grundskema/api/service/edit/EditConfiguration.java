package dk.grundskema.api.service.edit;

import dk.grundskema.api.platform.http.FeatureTexts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Registers the texts of this package. */
@Configuration(proxyBeanMethods = false)
class EditConfiguration {
    @Bean
    static FeatureTexts editingTexts() {
        return FeatureTexts.beside(EditConfiguration.class);
    }
}
