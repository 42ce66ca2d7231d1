package dk.grundskema.api.server.start;

import dk.grundskema.api.server.identity.FirstAdministrator;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lets somebody in who starts the service for the first time. */
@Component
final class FirstStart {
    private final FirstAdministrator administrator;
    private final Settings settings;

    FirstStart(FirstAdministrator administrator, Settings settings) {
        this.administrator = administrator;
        this.settings = settings;
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        String password = settings.adminPassword();
        String token = settings.adminToken();
        if (administrator.isMissing() && password != null) {
            administrator.create(password, token == null ? "" : token);
        }
    }
}
