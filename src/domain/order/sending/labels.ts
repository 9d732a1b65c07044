/** What this program writes into the metadata of its orders, to know them again. */

/** Where an order's key travels (I2). */
export const ORDER_KEY_METADATA = 'campaign_order_key';

/** Whose order it is: by it all orders of a person are found, whatever their keys. */
export const CONTACT_METADATA = 'campaign_contact';
