package dk.grundskema.api.service.subscribe;

import java.util.List;

/**
 * Printable sheet with one code card for each staff member.
 *
 * @param plan  title of the plan
 * @param cards the cards in print order
 */
public record CodeSheet(String plan, List<Card> cards) {
    /** Copies the list. */
    public CodeSheet {
        cards = List.copyOf(cards);
    }

    /**
     * A card.
     *
     * @param name    name of the staff member
     * @param address address of the link's page
     */
    public record Card(String name, String address) {
        /** Returns the address as people type it. */
        public String words() {
            return address.replaceFirst("^https?://", "");
        }
    }
}
