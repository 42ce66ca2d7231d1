package dk.grundskema.api.server.editing;

import dk.grundskema.api.server.platform.RoomTexts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room tells the others of itself. */
@Configuration(proxyBeanMethods = false)
class EditingSetup {
    @Bean
    static RoomTexts editingTexts() {
        return new RoomTexts(EditingSetup.class);
    }
}
