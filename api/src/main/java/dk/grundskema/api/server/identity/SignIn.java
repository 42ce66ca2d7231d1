package dk.grundskema.api.server.identity;

import dk.grundskema.api.server.identity.Credential.Kind;
import dk.grundskema.api.server.platform.FreshIds;
import dk.grundskema.api.server.platform.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Begins and ends sessions. */
@Component
class SignIn {
    /** A session ends after so long, however much it is used. */
    static final Duration LASTS = Duration.ofHours(12);

    private final Accounts accounts;
    private final Credentials credentials;
    private final Passwords passwords;
    private final SignInLimits limits;
    private final FreshIds ids;
    private final InstantSource clock;
    private final TransactionTemplate transaction;
    private final boolean isAlwaysEncrypted;

    SignIn(
            Accounts accounts,
            Credentials credentials,
            Passwords passwords,
            SignInLimits limits,
            FreshIds ids,
            InstantSource clock,
            TransactionTemplate transaction,
            @Value("${grundskema.secure-cookies:false}") boolean isAlwaysEncrypted) {
        this.isAlwaysEncrypted = isAlwaysEncrypted;
        this.accounts = accounts;
        this.credentials = credentials;
        this.passwords = passwords;
        this.limits = limits;
        this.ids = ids;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * Whoever knows the password. Whether the name, the password or the account is the reason for a no isn't told.
     *
     * @param address where the request comes from
     * @throws Refusal 401 if that is nobody; 429 if there were too many attempts
     */
    Account withPassword(String signInName, String password, String address) {
        limits.attempt(signInName, address);
        Optional<Account> known = accounts.named(signInName).filter(Account::active);
        boolean isRight = passwords.matches(password, known.flatMap(account -> accounts.password(account.id())));
        if (known.isEmpty() || !isRight) {
            limits.failed(signInName, address);
            throw Refusal.of(HttpStatus.UNAUTHORIZED, "sign-in.wrong");
        }
        limits.succeeded(signInName, address);
        return known.get();
    }

    /**
     * A session that has begun.
     *
     * @param credential the session
     * @param csrf       what its pages repeat
     */
    record Begun(Credential credential, String csrf) {
        /** Only the session's id. */
        @Override
        public String toString() {
            return credential.toString();
        }
    }

    /** Begins a session. The one that the browser had is ended: a secret from before a sign-in is never good after it. */
    Begun begin(Account account, HttpServletRequest request, HttpServletResponse response) {
        String secret = ids.secret();
        Instant now = clock.instant();
        var session = new Credential(
                ids.id(),
                account.id(),
                Kind.SESSION,
                "",
                EnumSet.allOf(Permission.class),
                null,
                now,
                now.plus(LASTS),
                null);
        transaction.executeWithoutResult(status -> {
            Cookies.session(request)
                    .flatMap(old -> credentials.known(old, Kind.SESSION))
                    .ifPresent(old -> credentials.revoke(old.id()));
            credentials.add(session, secret);
            accounts.signedIn(account.id());
        });
        Cookies.set(response, secret, isEncrypted(request), LASTS);
        return new Begun(session, Presented.csrf(secret));
    }

    private boolean isEncrypted(HttpServletRequest request) {
        return isAlwaysEncrypted || request.isSecure();
    }

    /** Ends the session that the request comes with, if it comes with one. */
    void end(Presented presented, HttpServletRequest request, HttpServletResponse response) {
        if (presented.credential().kind() == Kind.SESSION) {
            credentials.revoke(presented.credential().id());
        }
        Cookies.clear(response, isEncrypted(request));
    }

    /**
     * Lets somebody choose a password who was given a code for it. The code ends, and so do the account's sessions.
     *
     * @throws Refusal 403 if the code isn't good or not any more; 422 if the password can't be one
     */
    void choosePassword(String code, String password, String address) {
        limits.fromAddress(address);
        Account account = credentials
                .known(code.strip(), Kind.PASSWORD_CODE)
                .flatMap(credential -> accounts.find(credential.account()))
                .orElseThrow(() -> Refusal.of(HttpStatus.FORBIDDEN, "password.code-unknown"));
        String hash = passwords.accepted(password, "/password", account.signInName());
        transaction.executeWithoutResult(status -> {
            accounts.setPassword(account.id(), hash);
            credentials.revokeAll(account.id(), Kind.PASSWORD_CODE, null);
            credentials.revokeAll(account.id(), Kind.SESSION, null);
        });
        limits.succeeded(account.signInName());
    }

    /**
     * Changes the caller's own password. All other sessions of the account end.
     *
     * @throws Refusal 403 if the present password is wrong; 422 if the new one can't be one; 429 if there were too many attempts
     */
    void changePassword(Account account, Credential by, String present, String password) {
        limits.withName(account.signInName());
        if (!passwords.matches(present, accounts.password(account.id()))) {
            limits.failed(account.signInName());
            throw Refusal.of(HttpStatus.FORBIDDEN, "password.wrong");
        }
        String hash = passwords.accepted(password, "/password", account.signInName());
        transaction.executeWithoutResult(status -> {
            accounts.setPassword(account.id(), hash);
            credentials.revokeAll(account.id(), Kind.SESSION, by.id());
        });
    }
}
