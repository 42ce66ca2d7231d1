package dk.grundskema.api.server.publishing;

import dk.grundskema.api.server.platform.RoomTexts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room tells the others of itself. */
@Configuration(proxyBeanMethods = false)
class PublishingSetup {
    @Bean
    static RoomTexts publishingTexts() {
        return new RoomTexts(PublishingSetup.class);
    }
}
