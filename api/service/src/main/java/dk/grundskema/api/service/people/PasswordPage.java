package dk.grundskema.api.service.people;

import dk.grundskema.api.platform.page.PageHead;

/**
 * The page on which a password is set with a code.
 *
 * @param code            typed code
 * @param codeTrouble     error of the code; empty if valid
 * @param passwordTrouble error of the password; empty if valid
 * @param isDone          whether the password was set
 * @param csrf            token that the form repeats
 */
public record PasswordPage(String code, String codeTrouble, String passwordTrouble, boolean isDone, String csrf) {
    /** Returns the head of the page. */
    public PageHead head() {
        return PageHead.ofText("password").withStyle("people.css");
    }

    /** Omits the code. */
    @Override
    public String toString() {
        return "a password";
    }
}
