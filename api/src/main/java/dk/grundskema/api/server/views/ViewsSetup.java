package dk.grundskema.api.server.views;

import dk.grundskema.api.server.platform.RoomTexts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room tells the others of itself. */
@Configuration(proxyBeanMethods = false)
class ViewsSetup {
    @Bean
    static RoomTexts viewsTexts() {
        return new RoomTexts(ViewsSetup.class);
    }
}
