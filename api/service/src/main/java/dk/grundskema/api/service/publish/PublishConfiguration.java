package dk.grundskema.api.service.publish;

import dk.grundskema.api.platform.http.FeatureTexts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Beans that this package offers to other packages. */
@Configuration(proxyBeanMethods = false)
class PublishConfiguration {
    @Bean
    static FeatureTexts publishingTexts() {
        return FeatureTexts.beside(PublishConfiguration.class);
    }
}
