package dk.grundskema.api.server.notices;

import dk.grundskema.api.server.identity.Needs;
import dk.grundskema.api.server.identity.Permission;
import dk.grundskema.api.server.notices.Choices.Choice;
import dk.grundskema.api.server.publishing.WebAnswers;
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

/** The page on which somebody says whether to get mails, without signing in. {@link ChoiceGate} has found whose it is. */
@RestController
@Hidden // no part of what programs are offered
final class ChoiceController {
    private final Choices choices;
    private final WebAnswers answers;
    private final LocaleResolver languages;

    ChoiceController(Choices choices, WebAnswers answers, LocaleResolver languages) {
        this.choices = choices;
        this.answers = answers;
        this.languages = languages;
    }

    /** What is chosen, and a button to choose otherwise; looking changes nothing, for programs look at links too. */
    @GetMapping("/n/{token}")
    @Needs(Permission.NONE)
    ResponseEntity<byte[]> showChoice(@RequestAttribute(ChoiceGate.CHOICE) Choice choice, HttpServletRequest request) {
        return page(choice, choice.isWanted(), request);
    }

    /** No more mails: by the button, or by a program for mail as RFC 8058 has it, which follows no other answer than this one. */
    @PostMapping("/n/{token}")
    @Needs(Permission.NONE)
    ResponseEntity<byte[]> decline(@RequestAttribute(ChoiceGate.CHOICE) Choice choice, HttpServletRequest request) {
        choices.choose(choice.organisation(), choice.staff(), false);
        return page(choice, false, request);
    }

    /** Mails again. */
    @PostMapping("/n/{token}/again")
    @Needs(Permission.NONE)
    ResponseEntity<Void> wantAgain(@RequestAttribute(ChoiceGate.CHOICE) Choice choice) {
        choices.choose(choice.organisation(), choice.staff(), true);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, "../" + choice.token())
                .build();
    }

    private ResponseEntity<byte[]> page(Choice choice, boolean isWanted, HttpServletRequest request) {
        return WebAnswers.of(
                HttpStatus.OK, answers.in(languages.resolveLocale(request)).choice(isWanted, choice.token()));
    }
}
