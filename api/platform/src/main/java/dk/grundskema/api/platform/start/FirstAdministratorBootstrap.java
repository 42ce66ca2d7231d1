package dk.grundskema.api.platform.start;

import dk.grundskema.api.platform.account.PasswordStrength;
import dk.grundskema.api.platform.http.IdGenerator;
import dk.grundskema.api.platform.signin.FirstAdministratorSetup;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Creates the first administrator when the service starts for the first time. */
@Component
final class FirstAdministratorBootstrap implements SmartInitializingSingleton {
    /** Name of the first administrator if the settings contain the password. */
    private static final String NAME = "admin";

    /** Length of the password, with 5 random bits per character. */
    private static final int PASSWORD_LETTERS = 16;

    private final FirstAdministratorSetup administrator;
    private final IdGenerator ids;
    private final AdministratorSettings settings;
    private @Nullable String code;

    FirstAdministratorBootstrap(
            FirstAdministratorSetup administrator, IdGenerator ids, AdministratorSettings settings) {
        this.administrator = administrator;
        this.ids = ids;
        this.settings = settings;
    }

    /**
     * Creates the administrator from the settings. Does not validate a password that is not used, because settings of existing
     * installations may contain an invalid one.
     */
    @Override
    public void afterSingletonsInstantiated() {
        String password = settings.password().value();
        if (password.isEmpty() || !administrator.isMissing()) {
            return;
        }
        if (!PasswordStrength.hasValidLength(password)) {
            throw new StartRefusedCauseException(
                    LocalizedMessage.of("setting.password-length", ServiceSettingKey.ADMIN_PASSWORD.key()));
        }
        if (PasswordStrength.isWeak(password, NAME)) {
            throw new StartRefusedCauseException(
                    LocalizedMessage.of("setting.password-guessable", ServiceSettingKey.ADMIN_PASSWORD.key()));
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    synchronized void createOrIssueCode() {
        if (!administrator.isMissing()) {
            return;
        }
        String password = settings.password().value();
        if (password.isEmpty()) {
            code = administrator.issueCode();
            return;
        }
        try {
            administrator.create(password, settings.token().value());
        } catch (DuplicateKeyException e) {
            // Another process on the same database was faster.
        }
    }

    /**
     * Creates the first administrator with a random password, which only the caller gets. Returns empty if there is an administrator
     * already.
     */
    synchronized Optional<String> createWithRandomPassword() {
        if (!administrator.isMissing()) {
            return Optional.empty();
        }
        String password = ids.newCode(PASSWORD_LETTERS);
        administrator.create(password, "");
        code = null;
        return Optional.of(password);
    }

    /** Returns the code that makes a person the first administrator; empty if there is an administrator already. */
    synchronized Optional<String> code() {
        return Optional.ofNullable(code);
    }
}
