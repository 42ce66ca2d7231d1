package dk.grundskema.api.server.identity;

import dk.grundskema.api.server.identity.IdentityViews.MeView;
import dk.grundskema.api.server.identity.IdentityViews.MyOrganisation;
import dk.grundskema.api.server.identity.IdentityViews.TokenPage;
import dk.grundskema.api.server.identity.IdentityViews.TokenView;
import dk.grundskema.api.server.identity.Organisations.Organisation;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.api.server.platform.Speaking;
import dk.grundskema.api.server.platform.ToldOnce;
import dk.grundskema.domain.finding.Checks;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
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

/** The caller's own account over REST. */
@RestController
@RequestMapping("/api/v1/me")
@Tag(name = "Me")
final class MeController {
    private final Accounts accounts;
    private final Organisations organisations;
    private final Credentials credentials;
    private final SignIn signIn;
    private final Tokens tokens;
    private final Speaking speaking;

    MeController(
            Accounts accounts,
            Organisations organisations,
            Credentials credentials,
            SignIn signIn,
            Tokens tokens,
            Speaking speaking) {
        this.speaking = speaking;
        this.accounts = accounts;
        this.organisations = organisations;
        this.credentials = credentials;
        this.signIn = signIn;
        this.tokens = tokens;
    }

    @GetMapping
    @Needs(Permission.SIGNED_IN)
    @Operation(operationId = "getMe", summary = "Who I am and what I may do where.")
    MeView me(Caller caller, @Parameter(hidden = true) Presented presented) {
        return view(caller, presented.csrf());
    }

    /** Who a caller is. */
    MeView view(Caller caller, @Nullable String csrf) {
        Account account = accounts.find(caller.account()).orElseThrow(Refusal::notFound);
        List<MyOrganisation> mine = organisations.all().stream()
                .filter(one -> caller.knows(one.id()))
                .map(one -> MyOrganisation.of(one, caller))
                .toList();
        return new MeView(
                account.id(),
                account.name(),
                account.signInName(),
                new TreeSet<>(caller.scopes()),
                mine,
                csrf,
                mine.isEmpty() ? waiting(account) : null);
    }

    /** What somebody is told who is nothing anywhere. */
    private String waiting(Account account) {
        OrganisationId keeper = account.organisation();
        String name = keeper == null
                ? ""
                : organisations.find(keeper).map(Organisation::name).orElse("");
        return speaking.texts().text("account.waiting", name);
    }

    /**
     * A new password.
     *
     * @param current  the present one
     * @param password the new one, 10 to 200 characters, not easy to guess
     */
    record NewPassword(String current, String password) {
        /** Says nothing. */
        @Override
        public String toString() {
            return "a password";
        }
    }

    @PutMapping("/password")
    @Needs(Permission.ACCOUNT)
    @Operation(
            operationId = "changeMyPassword",
            summary = "Change my password; my other sessions and my password codes end, my tokens stay valid.")
    ResponseEntity<Void> changePassword(
            @RequestBody NewPassword asked, Caller caller, @Parameter(hidden = true) Presented presented) {
        Account account = accounts.find(caller.account()).orElseThrow(Refusal::notFound);
        signIn.changePassword(account, presented.credential(), asked.current(), asked.password());
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
        /** @throws dk.grundskema.domain.finding.InvalidValueException if the name can't be one, or there is no scope */
        NewToken {
            new Checks().name("name", name).notEmpty("scopes", scopes).done();
        }
    }

    @PostMapping("/tokens")
    @ToldOnce
    @Needs(Permission.ACCOUNT)
    @Operation(operationId = "createMyToken", summary = "Make a token for programs; its secret is told this once.")
    ResponseEntity<TokenView> createToken(
            @RequestBody NewToken asked, Caller caller, @Parameter(hidden = true) Presented presented) {
        Tokens.Fresh fresh = tokens.create(
                caller, presented.credential(), asked.name(), asked.scopes(), asked.organisation(), asked.expires());
        return ResponseEntity.created(
                        URI.create("/api/v1/me/tokens/" + fresh.credential().id()))
                .body(TokenView.of(fresh.credential(), fresh.secret()));
    }

    @GetMapping("/tokens")
    @Needs(Permission.ACCOUNT)
    @Operation(operationId = "listMyTokens", summary = "My tokens that can still be used.")
    TokenPage tokens(Caller caller) {
        return TokenPage.of(credentials.tokens(caller.account()));
    }

    @DeleteMapping("/tokens/{token}")
    @Needs(Permission.ACCOUNT)
    @Operation(operationId = "revokeMyToken", summary = "Take a token of mine back.")
    ResponseEntity<Void> revokeToken(@PathVariable String token, Caller caller) {
        if (!credentials.revokeToken(caller.account(), token)) {
            throw Refusal.notFound();
        }
        return ResponseEntity.noContent().build();
    }
}
