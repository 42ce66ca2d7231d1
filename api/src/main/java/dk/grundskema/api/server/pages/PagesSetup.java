package dk.grundskema.api.server.pages;

import dk.grundskema.api.server.platform.RoomTexts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the pages bring along. */
@Configuration(proxyBeanMethods = false)
class PagesSetup {
    @Bean
    static RoomTexts pagesTexts() {
        return new RoomTexts(PagesSetup.class);
    }
}
