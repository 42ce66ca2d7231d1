package dk.grundskema.api.server.notices;

import dk.grundskema.api.web.WrittenMail;
import java.time.Instant;
import java.util.Locale;

/**
 * A mail to one person.
 *
 * @param id        names it among all mails of the world but for what is behind the {@literal @}; always the same for the same notice
 * @param address   where to
 * @param name      what the person is called; may be empty
 * @param language  language of the mail
 * @param mail      what it says
 * @param choice    address where programs for mail say that the person wants no more of them
 * @param at        when it is sent
 */
record Letter(String id, String address, String name, Locale language, WrittenMail mail, String choice, Instant at) {
    /** The id alone. */
    @Override
    public String toString() {
        return id;
    }
}
