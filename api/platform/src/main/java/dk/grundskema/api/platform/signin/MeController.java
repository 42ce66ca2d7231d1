package dk.grundskema.api.platform.signin;

import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.CredentialRepository;
import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.PresentedCredential;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.platform.account.Account;
import dk.grundskema.api.platform.account.AccountRepository;
import dk.grundskema.api.platform.account.IdentityViews.MeView;
import dk.grundskema.api.platform.account.IdentityViews.TokenPage;
import dk.grundskema.api.platform.account.IdentityViews.TokenView;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.traffic.NotReplayed;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** REST operations on the caller's own account. */
@RestController
@RequestMapping("/api/v1/me")
@Tag(name = "Me")
final class MeController {
    private final AccountRepository accounts;
    private final CredentialRepository credentials;
    private final SessionService sessionService;
    private final TokenIssuer tokens;
    private final MeViewFactory meViewFactory;

    MeController(
            AccountRepository accounts,
            CredentialRepository credentials,
            SessionService sessionService,
            TokenIssuer tokens,
            MeViewFactory meViewFactory) {
        this.meViewFactory = meViewFactory;
        this.accounts = accounts;
        this.credentials = credentials;
        this.sessionService = sessionService;
        this.tokens = tokens;
    }

    @GetMapping
    @RequiresPermission(Permission.SIGNED_IN)
    @Operation(operationId = "getMe", summary = "Who I am and what I may do where.")
    MeView me(Caller caller, @Parameter(hidden = true) PresentedCredential presented) {
        return meViewFactory.view(caller, presented.csrf());
    }

    /**
     * A new password.
     *
     * @param current  the present one
     * @param password the new one, 10 to 200 characters, not easy to guess
     */
    record NewPassword(String current, String password) {
        /** Omits all values. */
        @Override
        public String toString() {
            return "a password";
        }
    }

    @PutMapping("/password")
    @RequiresPermission(Permission.ACCOUNT)
    @Operation(
            operationId = "changeMyPassword",
            summary = "Change my password; my other sessions and my password codes end, my tokens stay valid.")
    ResponseEntity<Void> changePassword(
            @RequestBody NewPassword asked, Caller caller, @Parameter(hidden = true) PresentedCredential presented) {
        Account account = accounts.find(caller.account()).orElseThrow(RefusalException::notFound);
        sessionService.changePassword(account, presented.credential(), asked.current(), asked.password());
        return ResponseEntity.noContent().build();
    }

    /**
     * A token to be made.
     *
     * @param name         what I call it
     * @param scopes       what it is limited to, at least one permission
     * @param organisation the organisation that it is limited to, with all below; {@code null} means all of mine
     * @param expires      from when on it can't be used, at most 366 days from now
     */
    record NewToken(
            String name,
            SortedSet<Permission> scopes,
            @Nullable OrganisationId organisation,
            Instant expires) {
        /** @throws dk.grundskema.domain.finding.InvalidValueException if the name is invalid, or there is no scope */
        NewToken {
            TokenIssuer.requireValid(name, scopes);
        }
    }

    @PostMapping("/tokens")
    @NotReplayed
    @RequiresPermission(Permission.ACCOUNT)
    @Operation(operationId = "createMyToken", summary = "Make a token for programs; its secret is told this once.")
    ResponseEntity<TokenView> createToken(
            @RequestBody NewToken asked, Caller caller, @Parameter(hidden = true) PresentedCredential presented) {
        TokenIssuer.IssuedToken fresh = tokens.create(
                caller, presented.credential(), asked.name(), asked.scopes(), asked.organisation(), asked.expires());
        return ResponseEntity.created(
                        URI.create("/api/v1/me/tokens/" + fresh.credential().id()))
                .body(TokenView.of(fresh.credential(), fresh.secret()));
    }

    @GetMapping("/tokens")
    @RequiresPermission(Permission.ACCOUNT)
    @Operation(operationId = "listMyTokens", summary = "My tokens that can still be used.")
    TokenPage tokens(Caller caller) {
        return TokenPage.of(credentials.findTokens(caller.account()));
    }

    @DeleteMapping("/tokens/{token}")
    @RequiresPermission(Permission.ACCOUNT)
    @Operation(operationId = "revokeMyToken", summary = "Take a token of mine back.")
    ResponseEntity<Void> revokeToken(@PathVariable String token, Caller caller) {
        if (!credentials.revokeToken(caller.account(), token)) {
            throw RefusalException.notFound();
        }
        return ResponseEntity.noContent().build();
    }
}
