package dk.grundskema.api.server.plans;

import dk.grundskema.api.server.platform.RoomTexts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room tells the others of itself. */
@Configuration(proxyBeanMethods = false)
class PlansSetup {
    @Bean
    static RoomTexts plansTexts() {
        return new RoomTexts(PlansSetup.class);
    }
}
