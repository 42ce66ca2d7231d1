package dk.grundskema.api.server.start;

import dk.grundskema.api.server.identity.FirstAdministrator;
import dk.grundskema.api.server.platform.Speaking;
import java.io.PrintStream;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lets somebody in who starts the service for the first time. */
@Component
final class FirstStart {
    private final FirstAdministrator administrator;
    private final Settings settings;
    private final Speaking speaking;
    private final PrintStream console = System.out;

    FirstStart(FirstAdministrator administrator, Settings settings, Speaking speaking) {
        this.administrator = administrator;
        this.settings = settings;
        this.speaking = speaking;
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        String password = settings.adminPassword();
        String token = settings.adminToken();
        if (!administrator.isMissing()) {
            return;
        }
        if (password != null) {
            administrator.create(password, token == null ? "" : token);
        } else {
            console.println(speaking.texts().text("first-administrator.console", administrator.freshCode()));
        }
    }
}
