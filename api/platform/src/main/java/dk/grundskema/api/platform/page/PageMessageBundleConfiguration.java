package dk.grundskema.api.platform.page;

import dk.grundskema.api.platform.http.FeatureTexts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Registers the texts of the pages. */
@Configuration(proxyBeanMethods = false)
class PageMessageBundleConfiguration {
    @Bean
    static FeatureTexts pagesTexts() {
        return FeatureTexts.beside(PageMessageBundleConfiguration.class);
    }
}
