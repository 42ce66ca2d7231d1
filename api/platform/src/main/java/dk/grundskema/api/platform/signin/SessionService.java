package dk.grundskema.api.platform.signin;

import dk.grundskema.api.platform.access.AccountId;
import dk.grundskema.api.platform.access.AuthenticationCookies;
import dk.grundskema.api.platform.access.Credential;
import dk.grundskema.api.platform.access.Credential.Kind;
import dk.grundskema.api.platform.access.CredentialRepository;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.PresentedCredential;
import dk.grundskema.api.platform.account.Account;
import dk.grundskema.api.platform.account.AccountAdministration;
import dk.grundskema.api.platform.account.AccountRepository;
import dk.grundskema.api.platform.account.PasswordService;
import dk.grundskema.api.platform.http.IdGenerator;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.http.ServerSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Starts and ends sessions, and changes passwords. A session is a credential with a random secret in a cookie. It ends when it is idle for two hours,
 * 12 hours after its start, or with a new password. A sign-in always starts a new session and ends the browser's previous one.
 */
@Component
class SessionService {
    /** Maximum duration of a session, however much it is used. */
    static final Duration LIFETIME = Duration.ofHours(12);

    private final AccountRepository accounts;
    private final CredentialRepository credentials;
    private final AccountAdministration administration;
    private final PasswordService passwords;
    private final SignInLimiter limits;
    private final IdGenerator ids;
    private final InstantSource clock;
    private final TransactionTemplate transaction;
    private final boolean isAlwaysEncrypted;

    SessionService(
            AccountRepository accounts,
            CredentialRepository credentials,
            AccountAdministration administration,
            PasswordService passwords,
            SignInLimiter limits,
            IdGenerator ids,
            InstantSource clock,
            TransactionTemplate transaction,
            ServerSettings settings) {
        this.isAlwaysEncrypted = settings.hasSecureCookies();
        this.accounts = accounts;
        this.credentials = credentials;
        this.administration = administration;
        this.passwords = passwords;
        this.limits = limits;
        this.ids = ids;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * An account whose password was verified.
     *
     * @param account the account
     * @param hash    the password hash at the time of the verification
     */
    record VerifiedPassword(Account account, String hash) {
        /** Returns only the account. */
        @Override
        public String toString() {
            return account.toString();
        }
    }

    /**
     * Verifies name and password. The refusal does not reveal whether the name, the password or the account is the reason.
     *
     * @param address address of the client
     * @throws RefusalException 401 if name or password are wrong or the account is closed; 429 if there were too many attempts
     */
    VerifiedPassword verifyPassword(String signInName, String password, String address) {
        limits.checkAttempt(signInName, address);
        Optional<Account> known = accounts.findBySignInName(signInName).filter(Account::active);
        Optional<String> hash = known.flatMap(account -> accounts.findPasswordHash(account.id()));
        boolean isRight = passwords.matches(password, hash);
        if (known.isEmpty() || hash.isEmpty() || !isRight) {
            limits.recordFailure(signInName, address);
            throw wrongCredentials();
        }
        limits.recordSuccess(signInName, address);
        return new VerifiedPassword(known.get(), hash.get());
    }

    private static RefusalException wrongCredentials() {
        return RefusalException.of(HttpStatus.UNAUTHORIZED, "sign-in.wrong");
    }

    /**
     * A new session.
     *
     * @param credential the session
     * @param csrf       CSRF token for its pages
     */
    record StartedSession(Credential credential, String csrf) {
        /** Returns only the session's id. */
        @Override
        public String toString() {
            return credential.toString();
        }
    }

    /**
     * Starts a session of an account whose password was verified.
     *
     * @throws RefusalException 401 if the password was changed or the account closed since the verification: a new password ends all sessions of the old
     *     one
     */
    StartedSession startSession(VerifiedPassword proven, HttpServletRequest request, HttpServletResponse response) {
        AccountId id = proven.account().id();
        return startSession(
                proven.account(),
                () -> {
                    accounts.lock(id);
                    boolean isAsProven = accounts.findPasswordHash(id).equals(Optional.of(proven.hash()))
                            && accounts.find(id).filter(Account::active).isPresent();
                    if (!isAsProven) {
                        throw wrongCredentials();
                    }
                },
                request,
                response);
    }

    /** Starts a session. The browser's previous session ends: a secret from before a sign-in is never valid after it. */
    StartedSession startSession(Account account, HttpServletRequest request, HttpServletResponse response) {
        return startSession(account, () -> {}, request, response);
    }

    private StartedSession startSession(
            Account account, Runnable check, HttpServletRequest request, HttpServletResponse response) {
        String secret = ids.newSecret();
        Instant now = clock.instant();
        var session = new Credential(
                ids.newId(),
                account.id(),
                Kind.SESSION,
                "",
                EnumSet.allOf(Permission.class),
                null,
                now,
                now.plus(LIFETIME),
                null);
        transaction.executeWithoutResult(status -> {
            check.run();
            AuthenticationCookies.sessionSecret(request)
                    .flatMap(old -> credentials.findBySecret(old, Kind.SESSION))
                    .ifPresent(old -> credentials.revoke(old.id()));
            credentials.add(session, secret);
            accounts.recordSignIn(account.id());
        });
        AuthenticationCookies.setSession(response, secret, isEncrypted(request), LIFETIME);
        return new StartedSession(session, PresentedCredential.csrf(secret));
    }

    private boolean isEncrypted(HttpServletRequest request) {
        return isAlwaysEncrypted || request.isSecure();
    }

    /** Ends the request's session, if it has one. */
    void endSession(PresentedCredential presented, HttpServletRequest request, HttpServletResponse response) {
        if (presented.credential().kind() == Kind.SESSION) {
            credentials.revoke(presented.credential().id());
        }
        AuthenticationCookies.clearSession(response, isEncrypted(request));
    }

    /**
     * Sets a password with a password code. All codes, sessions and tokens of the account end.
     *
     * @throws RefusalException 403 if the code is invalid or expired, or the administrator who issued it could no longer issue one; 422 if the password is
     *     invalid
     */
    void choosePassword(String code, String password, String address) {
        limits.checkAddress(address);
        Account account = accountOfCode(code);
        String hash = passwords.validateAndHash(password, "/password", account.signInName(), account.name());
        transaction.executeWithoutResult(status -> {
            accounts.lock(account.id());
            accountOfCode(code); // the code may have ended while the hash was computed
            accounts.setPasswordHash(account.id(), hash);
            for (Kind kind : Kind.values()) {
                credentials.revokeAll(account.id(), kind, null);
            }
        });
        limits.recordSuccess(account.signInName());
    }

    private Account accountOfCode(String code) {
        return credentials
                .findBySecret(code.strip(), Kind.PASSWORD_CODE)
                .flatMap(credential -> accounts.find(credential.account())
                        .filter(account -> credentials
                                .findCodeIssuer(credential)
                                .filter(drawer -> administration.mayStillIssueCode(drawer, account))
                                .isPresent()))
                .orElseThrow(() -> RefusalException.of(HttpStatus.FORBIDDEN, "password.code-unknown"));
    }

    /**
     * Changes the caller's own password. All other sessions and all password codes of the account end. Its tokens stay: they have secrets of their
     * own, and the caller can list and revoke them.
     *
     * @throws RefusalException 401 if the session ended meanwhile; 403 if the current password is wrong, or was changed meanwhile; 422 if the new one is
     *     invalid; 429 if there were too many attempts
     */
    void changePassword(Account account, Credential by, String present, String password) {
        limits.checkName(account.signInName());
        Optional<String> kept = accounts.findPasswordHash(account.id());
        if (!passwords.matches(present, kept)) {
            limits.recordFailure(account.signInName());
            throw wrongCurrentPassword();
        }
        String hash = passwords.validateAndHash(password, "/password", account.signInName(), account.name());
        transaction.executeWithoutResult(status -> {
            accounts.lock(account.id());
            credentials.requireValid(by);
            if (!accounts.findPasswordHash(account.id()).equals(kept)) {
                throw wrongCurrentPassword();
            }
            accounts.setPasswordHash(account.id(), hash);
            credentials.revokeAll(account.id(), Kind.PASSWORD_CODE, null);
            credentials.revokeAll(account.id(), Kind.SESSION, by.id());
        });
    }

    private static RefusalException wrongCurrentPassword() {
        return RefusalException.of(HttpStatus.FORBIDDEN, "password.wrong");
    }
}
