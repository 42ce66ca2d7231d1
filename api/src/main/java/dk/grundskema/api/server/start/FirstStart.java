package dk.grundskema.api.server.start;

import dk.grundskema.api.server.identity.FirstAdministrator;
import dk.grundskema.api.server.identity.PasswordStrength;
import dk.grundskema.api.server.platform.FreshIds;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Lets somebody in who starts the service for the first time. */
@Component
final class FirstStart implements SmartInitializingSingleton {
    /** What the first administrator signs in with if the settings give the password. */
    private static final String NAME = "admin";

    /** Of 5 random bits each. */
    private static final int PASSWORD_LETTERS = 16;

    private final FirstAdministrator administrator;
    private final FreshIds ids;
    private final Settings settings;
    private @Nullable String code;

    FirstStart(FirstAdministrator administrator, FreshIds ids, Settings settings) {
        this.administrator = administrator;
        this.ids = ids;
        this.settings = settings;
    }

    /** A password that nobody will use may be as it is: services that have started before may have it in their settings. */
    @Override
    public void afterSingletonsInstantiated() {
        String password = settings.text(Setting.ADMIN_PASSWORD);
        if (password.isEmpty() || !administrator.isMissing()) {
            return;
        }
        if (!PasswordStrength.hasLength(password)) {
            throw new StartRefusalCause(Sentence.of("setting.password-length", Setting.ADMIN_PASSWORD.key()));
        }
        if (PasswordStrength.isWeak(password, NAME)) {
            throw new StartRefusalCause(Sentence.of("setting.password-guessable", Setting.ADMIN_PASSWORD.key()));
        }
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

    /** Makes the first administrator with a password that only whoever asks for it knows; empty if there is one already. */
    synchronized Optional<String> freshPassword() {
        if (!administrator.isMissing()) {
            return Optional.empty();
        }
        String password = ids.code(PASSWORD_LETTERS);
        administrator.create(password, "");
        code = null;
        return Optional.of(password);
    }

    /** The code by which somebody becomes the first administrator; empty if there is one already. */
    synchronized Optional<String> code() {
        return Optional.ofNullable(code);
    }
}
