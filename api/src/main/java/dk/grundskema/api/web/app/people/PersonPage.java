package dk.grundskema.api.web.app.people;

/**
 * The page on which somebody's access is changed.
 *
 * @param organisation id of the organisation
 * @param person       who it is, as kept
 * @param version      the account's version, on which changes are based
 * @param form         what was typed, or what is kept
 */
public record PersonPage(String organisation, PeoplePage.Person person, long version, PersonForm form) {}
