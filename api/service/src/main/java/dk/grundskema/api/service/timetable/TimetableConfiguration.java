package dk.grundskema.api.service.timetable;

import dk.grundskema.api.platform.http.FeatureTexts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Beans that this package offers to other packages. */
@Configuration(proxyBeanMethods = false)
class TimetableConfiguration {
    @Bean
    static FeatureTexts viewsTexts() {
        return FeatureTexts.beside(TimetableConfiguration.class);
    }
}
