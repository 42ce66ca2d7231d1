package dk.grundskema.api.server.pages.people;

import dk.grundskema.api.server.identity.AnonymousForms;
import dk.grundskema.api.server.identity.Caller;
import dk.grundskema.api.server.identity.Needs;
import dk.grundskema.api.server.identity.Organisations;
import dk.grundskema.api.server.identity.OwnAccount;
import dk.grundskema.api.server.identity.Permission;
import dk.grundskema.api.server.pages.Front;
import dk.grundskema.api.server.pages.Spoken;
import dk.grundskema.api.server.pages.Wrong;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.api.web.app.people.AccountPage;
import dk.grundskema.api.web.app.people.PasswordPage;
import dk.grundskema.api.web.app.people.PeoplePages;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.InvalidValueException;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The page of one's own account, and that on which a password is chosen by a code. */
@RestController
@Hidden // no part of what programs are offered
final class AccountPageController {
    /** Nobody is limited to these: whoever has anything has them. */
    private static final Set<Permission> NO_SCOPES = Set.of(Permission.NONE, Permission.SIGNED_IN);

    private static final int LONGEST = 366;

    private final OwnAccount own;
    private final AnonymousForms forms;
    private final Organisations organisations;
    private final Wrong wrong;
    private final Spoken<PeoplePages> pages;

    AccountPageController(OwnAccount own, AnonymousForms forms, Organisations organisations, Wrong wrong, Front front) {
        this.own = own;
        this.forms = forms;
        this.organisations = organisations;
        this.wrong = wrong;
        this.pages = front.speaking(PeoplePages::new);
    }

    /**
     * What is said on the page besides what the account is.
     *
     * @param token    a token that was just made; empty if none was
     * @param done     what was just done
     * @param current  what is wrong with the present password that was typed
     * @param password what is wrong with the new one
     * @param wanted   the token that was asked for, if it was refused
     */
    private record Said(String token, String done, String current, String password, AccountPage.Wanted wanted) {
        static final Said NOTHING = done("");

        static Said done(String what) {
            return new Said("", what, "", "", AccountPage.Wanted.USUAL);
        }

        static Said made(String token) {
            return new Said(token, "", "", "", AccountPage.Wanted.USUAL);
        }

        static Said refused(String current, String password) {
            return new Said("", "", current, password, AccountPage.Wanted.USUAL);
        }

        static Said refused(AccountPage.Wanted wanted) {
            return new Said("", "", "", "", wanted);
        }

        @Override
        public String toString() {
            return done;
        }
    }

    /** @param done what the visitor has just done */
    @GetMapping("/account")
    @Needs(Permission.ACCOUNT)
    ResponseEntity<byte[]> showAccount(
            @RequestParam(defaultValue = "") String done, Caller caller, HttpServletRequest request) {
        boolean isKnown = done.matches("password|elsewhere|revoked");
        return account(HttpStatus.OK, isKnown ? Said.done(done) : Said.NOTHING, caller, request);
    }

    private ResponseEntity<byte[]> account(HttpStatus status, Said said, Caller caller, HttpServletRequest request) {
        OwnAccount.Mine mine = own.of(caller);
        var page = new AccountPage(
                mine.name(),
                mine.signInName(),
                mine.hasPassword(),
                administered(caller),
                mine.tokens().stream().map(AccountPageController::token).toList(),
                caller.scopes().stream()
                        .filter(one -> !NO_SCOPES.contains(one))
                        .sorted()
                        .map(Permission::name)
                        .toList(),
                said.token(),
                said.done(),
                said.current(),
                said.password(),
                said.wanted());
        return pages.page(status, request, (drawn, visitor) -> drawn.account(visitor, page));
    }

    private List<AccountPage.Organisation> administered(Caller caller) {
        var mine = caller.organisations(Permission.ADMINISTER);
        return organisations.all().stream()
                .filter(one -> mine.contains(one.id()))
                .sorted(Comparator.comparing(Organisations.Organisation::name))
                .map(one -> new AccountPage.Organisation(one.id().value(), one.name()))
                .toList();
    }

    private static AccountPage.Token token(OwnAccount.Token one) {
        LocalDate used =
                one.lastUsed() == null ? null : Front.at(one.lastUsed()).toLocalDate();
        return new AccountPage.Token(
                one.id(),
                one.name(),
                one.scopes().stream()
                        .filter(scope -> !NO_SCOPES.contains(scope))
                        .map(Permission::name)
                        .toList(),
                Front.at(one.expires()).toLocalDate(),
                used);
    }

    @PostMapping("/account/password")
    @Needs(Permission.ACCOUNT)
    ResponseEntity<byte[]> typeNewPassword(
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String password,
            Caller caller,
            HttpServletRequest request) {
        try {
            own.changePassword(caller, current, password);
        } catch (Refusal refusal) {
            String why = wrong.all(refusal.findings());
            boolean isNew = refusal.status() == HttpStatus.UNPROCESSABLE_CONTENT;
            return account(
                    refusal.status() == HttpStatus.FORBIDDEN ? HttpStatus.UNPROCESSABLE_CONTENT : refusal.status(),
                    Said.refused(isNew ? "" : why, isNew ? why : ""),
                    caller,
                    request);
        }
        return Front.to("/account?done=password");
    }

    @PostMapping("/account/elsewhere")
    @Needs(Permission.ACCOUNT)
    ResponseEntity<byte[]> leaveElsewhere(Caller caller) {
        own.leaveElsewhere(caller);
        return Front.to("/account?done=elsewhere");
    }

    @PostMapping("/account/tokens")
    @Needs(Permission.ACCOUNT)
    ResponseEntity<byte[]> typeToken(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") Set<String> scope,
            @RequestParam(defaultValue = "30") int days,
            Caller caller,
            HttpServletRequest request) {
        Set<Permission> scopes = caller.scopes().stream()
                .filter(one -> scope.contains(one.name()) && !NO_SCOPES.contains(one))
                .collect(Collectors.toSet());
        HttpStatus status;
        List<Finding> findings;
        try {
            String token = own.makeToken(caller, name, scopes, Math.clamp(days, 1, LONGEST));
            return account(HttpStatus.OK, Said.made(token), caller, request);
        } catch (InvalidValueException invalid) {
            status = HttpStatus.UNPROCESSABLE_CONTENT;
            findings = invalid.findings();
        } catch (Refusal refusal) {
            status = refusal.status();
            findings = refusal.findings();
        }
        Map<Boolean, List<Finding>> byField = findings.stream()
                .collect(Collectors.partitioningBy(one -> one.pointer().startsWith("/scopes")));
        var wanted = new AccountPage.Wanted(
                name,
                scope,
                days,
                wrong.all(Objects.requireNonNull(byField.get(false))),
                wrong.all(Objects.requireNonNull(byField.get(true))));
        return account(status, Said.refused(wanted), caller, request);
    }

    @PostMapping("/account/tokens/{token}/revoke")
    @Needs(Permission.ACCOUNT)
    ResponseEntity<byte[]> removeToken(@PathVariable String token, Caller caller) {
        own.revokeToken(caller, token);
        return Front.to("/account?done=revoked");
    }

    @GetMapping("/password")
    @Needs(Permission.NONE)
    ResponseEntity<byte[]> showPassword(HttpServletRequest request, HttpServletResponse response) {
        return password(HttpStatus.OK, new PasswordPage("", "", "", false, forms.token(request, response)), request);
    }

    private ResponseEntity<byte[]> password(HttpStatus status, PasswordPage page, HttpServletRequest request) {
        return pages.page(status, request, (drawn, visitor) -> drawn.password(visitor, page));
    }

    @PostMapping("/password")
    @Needs(Permission.NONE)
    ResponseEntity<byte[]> typePassword(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        String csrf = forms.token(request, response);
        if (!forms.isFromOurPages(request)) {
            String why = wrong.all(List.of(Finding.error("pages.form-old", "")));
            return password(HttpStatus.FORBIDDEN, new PasswordPage(code, "", why, false, csrf), request);
        }
        try {
            own.choosePassword(code, password, request.getRemoteAddr());
        } catch (Refusal refusal) {
            String why = wrong.all(refusal.findings());
            boolean isOfPassword = refusal.status() == HttpStatus.UNPROCESSABLE_CONTENT;
            var page = new PasswordPage(code, isOfPassword ? "" : why, isOfPassword ? why : "", false, csrf);
            return password(refusal.status(), page, request);
        }
        return password(HttpStatus.OK, new PasswordPage("", "", "", true, csrf), request);
    }
}
