package dk.grundskema.api.service.notice;

import java.time.Instant;
import java.util.Locale;

/**
 * A mail to one person.
 *
 * @param id       globally unique id without the part after the {@literal @}; always the same for the same notice
 * @param address  address of the recipient
 * @param name     name of the recipient; may be empty
 * @param language language of the mail
 * @param mail     content of the mail
 * @param choice   address where mail programs unsubscribe the recipient
 * @param at       time of sending
 */
record OutgoingMail(String id, String address, String name, Locale language, MailBody mail, String choice, Instant at) {
    /** Returns only the id. */
    @Override
    public String toString() {
        return id;
    }
}
