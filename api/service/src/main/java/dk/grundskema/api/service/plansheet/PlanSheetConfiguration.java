package dk.grundskema.api.service.plansheet;

import dk.grundskema.api.platform.http.FeatureTexts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Registers the texts of this package. */
@Configuration(proxyBeanMethods = false)
class PlanSheetConfiguration {
    @Bean
    static FeatureTexts planSheetTexts() {
        return FeatureTexts.beside(PlanSheetConfiguration.class);
    }
}
