package dk.grundskema.api.service.subscribe;

import dk.grundskema.domain.people.Language;

/**
 * How a calendar is to speak.
 *
 * @param language language of all that it says
 */
record LinkChange(Language language) {}
