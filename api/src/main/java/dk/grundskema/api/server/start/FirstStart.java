package dk.grundskema.api.server.start;

import dk.grundskema.api.server.identity.FirstAdministrator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Lets somebody in who starts the service for the first time. */
@Component
final class FirstStart {
    private final FirstAdministrator administrator;
    private final Settings settings;
    private @Nullable String code;

    FirstStart(FirstAdministrator administrator, Settings settings) {
        this.administrator = administrator;
        this.settings = settings;
    }

    @EventListener(ApplicationReadyEvent.class)
    synchronized void ready() {
        if (!administrator.isMissing()) {
            return;
        }
        String password = settings.text(Setting.ADMIN_PASSWORD);
        if (password.isEmpty()) {
            code = administrator.freshCode();
            return;
        }
        try {
            administrator.create(password, settings.text(Setting.ADMIN_TOKEN));
        } catch (DuplicateKeyException e) {
            // Another process on the same database was first.
        }
    }

    /** The code by which somebody becomes the first administrator; empty if there is one already. */
    synchronized Optional<String> code() {
        return Optional.ofNullable(code);
    }
}
