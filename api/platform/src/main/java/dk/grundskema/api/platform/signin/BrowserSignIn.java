package dk.grundskema.api.platform.signin;

import dk.grundskema.api.platform.access.AccountId;
import dk.grundskema.api.platform.access.AuthenticationCookies;
import dk.grundskema.api.platform.access.Credential.Kind;
import dk.grundskema.api.platform.access.CredentialRepository;
import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.PermissionInterceptor;
import dk.grundskema.api.platform.access.PresentedCredential;
import dk.grundskema.api.platform.account.Account;
import dk.grundskema.api.platform.account.AccountRepository;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.page.Visitor;
import dk.grundskema.api.platform.page.VisitorResolver;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Component;

/** Sign-in and sign-out for browsers. */
@Component
public class BrowserSignIn implements VisitorResolver {
    private final SessionService sessionService;
    private final SignInLimiter limits;
    private final FirstAdministratorSetup firstAdministratorSetup;
    private final AccountRepository accounts;
    private final CredentialRepository credentials;
    private final boolean isElsewhere;

    BrowserSignIn(
            SessionService sessionService,
            SignInLimiter limits,
            FirstAdministratorSetup firstAdministratorSetup,
            AccountRepository accounts,
            CredentialRepository credentials,
            ObjectProvider<ClientRegistrationRepository> issuer) {
        this.sessionService = sessionService;
        this.limits = limits;
        this.firstAdministratorSetup = firstAdministratorSetup;
        this.accounts = accounts;
        this.credentials = credentials;
        this.isElsewhere = issuer.getIfAvailable() != null;
    }

    /**
     * A user signed in with a session.
     *
     * @param account id of the account
     * @param name first and last name
     * @param csrf CSRF token for forms of the session's pages
     */
    public record SignedInUser(AccountId account, String name, String csrf) {
        /** Omits all values. */
        @Override
        public String toString() {
            return "somebody";
        }
    }

    /**
     * Returns the signed-in user of the current request; empty if it has no session. It also works if the request is refused before authentication.
     */
    public Optional<SignedInUser> signedInUser(HttpServletRequest request) {
        return PermissionInterceptor.currentCaller(PresentedCredential.class)
                .or(() -> presentedByCookie(request))
                .flatMap(presented -> {
                    String csrf = presented.csrf();
                    AccountId account = presented.credential().account();
                    return csrf == null
                            ? Optional.empty()
                            : Optional.of(new SignedInUser(
                                    account, accounts.names(List.of(account)).getOrDefault(account, ""), csrf));
                });
    }

    @Override
    public Optional<Visitor> resolveVisitor(HttpServletRequest request, String address) {
        return signedInUser(request).map(one -> new Visitor(one.account().value(), one.name(), one.csrf(), address));
    }

    private Optional<PresentedCredential> presentedByCookie(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION) == null
                ? AuthenticationCookies.sessionSecret(request)
                        .flatMap(secret -> credentials
                                .findBySecret(secret, Kind.SESSION)
                                .map(one -> new PresentedCredential(one, PresentedCredential.csrf(secret))))
                : Optional.empty();
    }

    /** Returns the permissions of the current user in an organisation; empty if the user is not signed in. */
    public Set<Permission> permissionsIn(OrganisationId organisation) {
        return PermissionInterceptor.currentCaller()
                .map(caller -> caller.permissionsIn(organisation))
                .orElse(Set.of());
    }

    /** Returns the path of the OpenID Connect sign-in; empty if it is not configured. */
    public Optional<String> oidcSignInPath() {
        return isElsewhere ? Optional.of("/oauth2/authorization/" + OidcIssuerDiscovery.ID) : Optional.empty();
    }

    /** Returns whether there is no account yet. */
    public boolean isFirstAdministratorMissing() {
        return firstAdministratorSetup.isMissing();
    }

    /**
     * Starts a session.
     *
     * @throws RefusalException 401 if name or password are wrong; 429 if there were too many attempts
     */
    public void signIn(String signInName, String password, HttpServletRequest request, HttpServletResponse response) {
        sessionService.startSession(
                sessionService.verifyPassword(signInName, password, request.getRemoteAddr()), request, response);
    }

    /**
     * Creates the first account and organisation, and starts a session.
     *
     * @param typed the code that is printed on the console
     * @throws RefusalException 403 if the code is wrong; 422 if the password is invalid; 429 if there were too many attempts
     * @throws dk.grundskema.domain.finding.InvalidValueException if a name is invalid
     */
    public void createFirstAdministrator(
            NewFirstAdministrator typed, HttpServletRequest request, HttpServletResponse response) {
        limits.checkAddress(request.getRemoteAddr());
        Account account = firstAdministratorSetup.redeemCode(
                typed.code(), typed.name(), typed.signInName(), typed.password(), typed.organisationName());
        sessionService.startSession(account, request, response);
    }

    /** Ends the session, if there is one. */
    public void signOut(HttpServletRequest request, HttpServletResponse response) {
        PermissionInterceptor.currentCaller(PresentedCredential.class)
                .ifPresent(presented -> sessionService.endSession(presented, request, response));
    }
}
