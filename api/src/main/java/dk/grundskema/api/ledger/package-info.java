/** The ledger for people and programs: who got how much of what, as lines on a screen, as a workbook, as JSON. */
@NullMarked
package dk.grundskema.api.ledger;

import org.jspecify.annotations.NullMarked;
