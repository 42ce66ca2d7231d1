package dk.grundskema.api.service.notice;

import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.service.notice.NoticeChoiceRepository.NoticeChoice;
import dk.grundskema.api.service.subscribe.WebPageResponses;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Serves the page on which a staff member turns mails on or off, without signing in. {@link NoticeChoiceFilter} resolves the staff member.
 */
@RestController
@Hidden // not part of the REST API
final class NoticeChoiceController {
    private final NoticeChoiceRepository choices;
    private final WebPageResponses webPageResponses;
    private final LocaleResolver languages;

    NoticeChoiceController(
            NoticeChoiceRepository choices, WebPageResponses webPageResponses, LocaleResolver languages) {
        this.choices = choices;
        this.webPageResponses = webPageResponses;
        this.languages = languages;
    }

    /** Shows the choice and a button that changes it. A GET request changes nothing, because mail programs open links, too. */
    @GetMapping("/n/{token}")
    @RequiresPermission(Permission.NONE)
    ResponseEntity<byte[]> showChoice(
            @RequestAttribute(NoticeChoiceFilter.CHOICE) NoticeChoice choice, HttpServletRequest request) {
        return page(choice, choice.isWanted(), request);
    }

    /**
     * Turns mails off. Used by the button and by mail programs (one-click unsubscription, RFC 8058); the latter require a direct response
     * without redirect.
     */
    @PostMapping("/n/{token}")
    @RequiresPermission(Permission.NONE)
    ResponseEntity<byte[]> disableMails(
            @RequestAttribute(NoticeChoiceFilter.CHOICE) NoticeChoice choice, HttpServletRequest request) {
        choices.setWanted(choice.organisation(), choice.staff(), false);
        return page(choice, false, request);
    }

    /** Turns mails on. */
    @PostMapping("/n/{token}/again")
    @RequiresPermission(Permission.NONE)
    ResponseEntity<Void> enableMails(@RequestAttribute(NoticeChoiceFilter.CHOICE) NoticeChoice choice) {
        choices.setWanted(choice.organisation(), choice.staff(), true);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, "../" + choice.token())
                .build();
    }

    private ResponseEntity<byte[]> page(NoticeChoice choice, boolean isWanted, HttpServletRequest request) {
        return WebPageResponses.of(
                HttpStatus.OK,
                webPageResponses.pagesIn(languages.resolveLocale(request)).renderMailChoice(isWanted, choice.token()));
    }
}
