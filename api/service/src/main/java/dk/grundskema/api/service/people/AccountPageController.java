package dk.grundskema.api.service.people;

import dk.grundskema.api.documents.timetable.NaturalOrder;
import dk.grundskema.api.platform.access.AnonymousCsrfProtection;
import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.platform.account.OrganisationRepository;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.page.ErrorMessages;
import dk.grundskema.api.platform.page.LocalizedTemplates;
import dk.grundskema.api.platform.page.PageController;
import dk.grundskema.api.platform.page.PageRenderer;
import dk.grundskema.api.platform.signin.OwnAccountService;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.InvalidValueException;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
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

/** The page of the signed-in account, and the page on which a password is set with a code. */
@PageController
@Hidden // not part of the public API
final class AccountPageController {
    /** Not offered as scopes of a token, because every account has them. */
    private static final Set<Permission> NO_SCOPES = Set.of(Permission.NONE, Permission.SIGNED_IN);

    private static final int MAX_TOKEN_DAYS = 366;

    private final OwnAccountService ownAccountService;
    private final AnonymousCsrfProtection csrfProtection;
    private final OrganisationRepository organisations;
    private final ErrorMessages errorMessages;
    private final LocalizedTemplates templates;

    AccountPageController(
            OwnAccountService ownAccountService,
            AnonymousCsrfProtection csrfProtection,
            OrganisationRepository organisations,
            ErrorMessages errorMessages,
            PageRenderer pageRenderer) {
        this.ownAccountService = ownAccountService;
        this.csrfProtection = csrfProtection;
        this.organisations = organisations;
        this.errorMessages = errorMessages;
        this.templates = pageRenderer.templates(OwnAccountPage.class, "people");
    }

    /**
     * Messages of the account page.
     *
     * @param token    token just created; empty if none
     * @param done     what was just done
     * @param current  error of the typed current password
     * @param password error of the new password
     * @param wanted   token request, with errors if it was refused
     */
    private record AccountMessages(
            String token, String done, String current, String password, OwnAccountPage.TokenForm wanted) {
        static final AccountMessages NOTHING = done("");

        static AccountMessages done(String what) {
            return new AccountMessages("", what, "", "", OwnAccountPage.TokenForm.USUAL);
        }

        static AccountMessages made(String token) {
            return new AccountMessages(token, "", "", "", OwnAccountPage.TokenForm.USUAL);
        }

        static AccountMessages refused(String current, String password) {
            return new AccountMessages("", "", current, password, OwnAccountPage.TokenForm.USUAL);
        }

        static AccountMessages refused(OwnAccountPage.TokenForm wanted) {
            return new AccountMessages("", "", "", "", wanted);
        }

        @Override
        public String toString() {
            return done;
        }
    }

    /** @param done what the visitor has just done */
    @GetMapping("/account")
    @RequiresPermission(Permission.ACCOUNT)
    ResponseEntity<byte[]> showAccount(
            @RequestParam(defaultValue = "") String done, Caller caller, HttpServletRequest request) {
        boolean isKnown = done.matches("password|elsewhere|revoked");
        return respondWithAccount(
                HttpStatus.OK, isKnown ? AccountMessages.done(done) : AccountMessages.NOTHING, caller, request);
    }

    private ResponseEntity<byte[]> respondWithAccount(
            HttpStatus status, AccountMessages said, Caller caller, HttpServletRequest request) {
        OwnAccountService.OwnAccountDetails mine = ownAccountService.describe(caller);
        var page = new OwnAccountPage(
                mine.name(),
                mine.signInName(),
                mine.hasPassword(),
                administeredOrganisations(caller),
                mine.tokens().stream().map(AccountPageController::tokenRow).toList(),
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
        return templates.render(status, request, "account", page.head(), Map.of("page", page));
    }

    private List<OwnAccountPage.OrganisationLink> administeredOrganisations(Caller caller) {
        var mine = caller.organisationsWith(Permission.ADMINISTER);
        return organisations.all().stream()
                .filter(one -> mine.contains(one.id()))
                .sorted(NaturalOrder.by(OrganisationRepository.Organisation::name))
                .map(one -> new OwnAccountPage.OrganisationLink(one.id().value(), one.name()))
                .toList();
    }

    private static OwnAccountPage.TokenRow tokenRow(OwnAccountService.Token one) {
        LocalDate used = one.lastUsed() == null
                ? null
                : PageRenderer.toLocalDateTime(one.lastUsed()).toLocalDate();
        return new OwnAccountPage.TokenRow(
                one.id(),
                one.name(),
                one.scopes().stream()
                        .filter(scope -> !NO_SCOPES.contains(scope))
                        .map(Permission::name)
                        .toList(),
                PageRenderer.toLocalDateTime(one.expires()).toLocalDate(),
                used);
    }

    @PostMapping("/account/password")
    @RequiresPermission(Permission.ACCOUNT)
    ResponseEntity<byte[]> submitNewPassword(
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String password,
            Caller caller,
            HttpServletRequest request) {
        try {
            ownAccountService.changePassword(caller, current, password);
        } catch (RefusalException refusal) {
            String reason = errorMessages.joinMessages(refusal.findings());
            boolean isNew = refusal.status() == HttpStatus.UNPROCESSABLE_CONTENT;
            return respondWithAccount(
                    refusal.status() == HttpStatus.FORBIDDEN ? HttpStatus.UNPROCESSABLE_CONTENT : refusal.status(),
                    AccountMessages.refused(isNew ? "" : reason, isNew ? reason : ""),
                    caller,
                    request);
        }
        return PageRenderer.redirectTo("/account?done=password");
    }

    @PostMapping("/account/elsewhere")
    @RequiresPermission(Permission.ACCOUNT)
    ResponseEntity<byte[]> endOtherSessions(Caller caller) {
        ownAccountService.endOtherSessions(caller);
        return PageRenderer.redirectTo("/account?done=elsewhere");
    }

    @PostMapping("/account/tokens")
    @RequiresPermission(Permission.ACCOUNT)
    ResponseEntity<byte[]> submitToken(
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
            String token = ownAccountService.createToken(caller, name, scopes, Math.clamp(days, 1, MAX_TOKEN_DAYS));
            return respondWithAccount(HttpStatus.OK, AccountMessages.made(token), caller, request);
        } catch (InvalidValueException invalid) {
            status = HttpStatus.UNPROCESSABLE_CONTENT;
            findings = invalid.findings();
        } catch (RefusalException refusal) {
            status = refusal.status();
            findings = refusal.findings();
        }
        Map<Boolean, List<Finding>> byField = findings.stream()
                .collect(Collectors.partitioningBy(one -> one.pointer().startsWith("/scopes")));
        var wanted = new OwnAccountPage.TokenForm(
                name,
                scope,
                days,
                errorMessages.joinMessages(Objects.requireNonNull(byField.get(false))),
                errorMessages.joinMessages(Objects.requireNonNull(byField.get(true))));
        return respondWithAccount(status, AccountMessages.refused(wanted), caller, request);
    }

    @PostMapping("/account/tokens/{token}/revoke")
    @RequiresPermission(Permission.ACCOUNT)
    ResponseEntity<byte[]> removeToken(@PathVariable String token, Caller caller) {
        ownAccountService.revokeToken(caller, token);
        return PageRenderer.redirectTo("/account?done=revoked");
    }

    @GetMapping("/password")
    @RequiresPermission(Permission.NONE)
    ResponseEntity<byte[]> showPassword(HttpServletRequest request, HttpServletResponse response) {
        return respondWithPassword(
                HttpStatus.OK,
                new PasswordPage("", "", "", false, csrfProtection.issueToken(request, response)),
                request);
    }

    private ResponseEntity<byte[]> respondWithPassword(
            HttpStatus status, PasswordPage page, HttpServletRequest request) {
        return templates.render(status, request, "password", page.head(), Map.of("page", page));
    }

    @PostMapping("/password")
    @RequiresPermission(Permission.NONE)
    ResponseEntity<byte[]> submitPassword(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        String csrf = csrfProtection.issueToken(request, response);
        if (!csrfProtection.isFromOurPages(request)) {
            String reason = errorMessages.joinMessages(List.of(Finding.error("pages.form-old", "")));
            return respondWithPassword(HttpStatus.FORBIDDEN, new PasswordPage(code, "", reason, false, csrf), request);
        }
        try {
            ownAccountService.choosePassword(code, password, request.getRemoteAddr());
        } catch (RefusalException refusal) {
            String reason = errorMessages.joinMessages(refusal.findings());
            boolean isOfPassword = refusal.status() == HttpStatus.UNPROCESSABLE_CONTENT;
            var page = new PasswordPage(code, isOfPassword ? "" : reason, isOfPassword ? reason : "", false, csrf);
            return respondWithPassword(refusal.status(), page, request);
        }
        return respondWithPassword(HttpStatus.OK, new PasswordPage("", "", "", true, csrf), request);
    }
}
