package dk.grundskema.api.service.timetable;

import dk.grundskema.api.service.http.FeatureTexts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Beans that this package offers to other packages. */
@Configuration(proxyBeanMethods = false)
class TimetableConfiguration {
    @Bean
    static FeatureTexts viewsTexts() {
        return new FeatureTexts(TimetableConfiguration.class);
    }
}
