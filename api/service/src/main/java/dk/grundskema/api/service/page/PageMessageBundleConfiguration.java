package dk.grundskema.api.service.page;

import dk.grundskema.api.service.http.FeatureTexts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Registers the texts of the pages. */
@Configuration(proxyBeanMethods = false)
class PageMessageBundleConfiguration {
    @Bean
    static FeatureTexts pagesTexts() {
        return new FeatureTexts(PageMessageBundleConfiguration.class);
    }
}
