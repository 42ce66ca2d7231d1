package dk.grundskema.api.platform.signin;

import dk.grundskema.api.platform.account.Account;
import dk.grundskema.api.platform.account.GrantRepository;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/**
 * Handles the result of an OpenID Connect sign-in. It redirects the browser to this service's pages, whether there is an account or not; a code in
 * the address gives the reason for a failure, or that the account has no role yet.
 */
@Component
class OidcLoginHandler implements AuthenticationSuccessHandler, AuthenticationFailureHandler {
    private static final Logger LOG = LoggerFactory.getLogger(OidcLoginHandler.class);

    private final OidcAccountLinker accounts;
    private final GrantRepository grants;
    private final SessionService sessionService;

    OidcLoginHandler(OidcAccountLinker accounts, GrantRepository grants, SessionService sessionService) {
        this.accounts = accounts;
        this.grants = grants;
        this.sessionService = sessionService;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication elsewhere) throws IOException {
        Optional<Account> account =
                elsewhere.getPrincipal() instanceof OidcUser user ? accounts.resolveAccount(user) : Optional.empty();
        if (account.isEmpty()) {
            response.sendRedirect("/?sign-in=unknown");
            return;
        }
        sessionService.startSession(account.get(), request, response);
        boolean isWaiting = grants.findByAccount(account.get().id()).isEmpty();
        response.sendRedirect(isWaiting ? "/?sign-in=waiting" : "/");
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        LOG.warn(
                "OpenID Connect sign-in failed ({}); the browser is redirected to the sign-in page.",
                failure.getClass().getSimpleName());
        response.sendRedirect("/?sign-in=failed");
    }
}
